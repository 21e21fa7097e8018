/**
 * JSON for a `<script>` element. `<` is escaped because HTML ends the script at the first `</script`,
 * wherever it stands, and `<!--` changes how the rest is read.
 * https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
