/** What programs leave in folders: copies, locks, lists of files, what belongs to other tools. */
const LEFTOVER = new RegExp(
  [
    // Copies that editors make, and files on their way.
    /~$/,
    /^#.*#$/,
    /^~(?:\$|wrl)/,
    /\.(?:bak|backup|old|orig|rej|save|te?mp|part|partial|crdownload)$/,
    /\.sw[a-p]$/,
    /\.kate-swp$/,
    // Two versions that could not be made one.
    /\.sync-conflict-\d/,
    /\bconflicted copy\b/,
    // Locks.
    /^\.[~#]/,
    /^\.(?:nfs|fuse_hidden)\w+$/,
    // Systems.
    /^\._/,
    /^\.(?:ds_store|appledouble|lsoverride|localized|directory|fseventsd|trashes|documentrevisions-v100|spotlight-v100|temporaryitems|trash-\d+)$/,
    /^(?:thumbs|ehthumbs)\.db$/,
    /^(?:desktop\.ini|icon\r|__macosx|\$recycle\.bin|system volume information|lost\+found)$/,
    /^(?:@eadir|@tmp|#recycle)$/,
    // What brings files from one machine to another.
    /\.icloud$/,
    /^\.(?:sync|stfolder|stversions|stignore|dropbox|dropbox\.cache|owncloudsync\.log|nextcloudsync\.log)$/,
    // History, editors, secrets of the machine.
    /^\.(?:git|gitignore|gitattributes|gitmodules|gitkeep|svn|hg|hgignore|bzr|jj)$/,
    /^cvs$/,
    /^\.(?:idea|vs|vscode|zed|fleet|history|obsidian|project|settings|classpath)$/,
    /^\.(?:env.*|npmrc|netrc|ssh|aws|sass-cache)$/,
    /^__pycache__$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/**
 * Whether a program left a file, or a folder that it lies in. What hosts read stays: `.well-known`,
 * `.nojekyll`, `.htaccess`.
 * @param path with `/`
 */
export function isLeftover(path: string): boolean {
  return path.split('/').some((part) => LEFTOVER.test(part));
}
