import { ContentError } from '../problem.ts';

/**
 * The function that renders an MDX file, with failures of its author's code named by file.
 * @throws ContentError
 */
export function namingFile<Props, Html>(
  file: string,
  render: (props: Props) => Html,
): (props: Props) => Html {
  return (props) => {
    try {
      return render(props);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ContentError([{ file, message: `its code cannot be run: ${reason}` }]);
    }
  };
}
