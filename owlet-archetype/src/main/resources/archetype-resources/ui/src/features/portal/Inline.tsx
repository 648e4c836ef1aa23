/** Plain text with `code`: all the markup that a description needs. */
export function Inline({ text }: { text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 ? <code key={i} className="mono">{part}</code> : part))}</>;
}
