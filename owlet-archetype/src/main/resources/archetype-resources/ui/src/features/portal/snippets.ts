/** A request as code that runs as it stands, whatever is in the values: each language's own escapes. */
export interface Call { method: string; url: string; headers: Record<string, string>; body?: string }

export const languages = ['curl', 'JavaScript', 'Python', 'Java'] as const;
export type Language = (typeof languages)[number];

export function snippet(language: Language, call: Call): string {
  return { curl, JavaScript: javascript, Python: python, Java: java }[language](call);
}

/** Within single quotes, a shell reads everything as it is. */
const shell = (s: string) => `'${s.replaceAll("'", "'\\''")}'`;

function curl({ method, url, headers, body }: Call): string {
  const glob = /[[\]{}]/.test(url) ? ' -g' : '';
  const lines = [`curl${glob} -X ${method} ${shell(url)}`, ...Object.entries(headers).map(([k, v]) => `  -H ${shell(`${k}: ${v}`)}`)];
  // Not -d: that would read a file where the body begins with @.
  if (body !== undefined) lines.push(`  --data-raw ${shell(body)}`);
  return lines.join(' \\\n');
}

/** A string literal for JavaScript, Python and Java alike: JSON's escapes are theirs, too. */
const literal = (s: string) => JSON.stringify(s).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** Whether a body means the same when it is written as a value of the language: no number loses digits, no name is special. */
function isSafe(body: string): boolean {
  try { return typeof JSON.parse(body) === 'object' && !/__proto__|[\d.]{16,}|\d[eE]/.test(body); } catch { return false; }
}

function javascript({ method, url, headers, body }: Call): string {
  const lines = [`const response = await fetch(${literal(url)}, {`, `  method: ${literal(method)},`, `  headers: ${indent(JSON.stringify(headers, null, 2), 2)},`];
  if (body !== undefined) lines.push(`  body: ${isSafe(body) ? `JSON.stringify(${indent(body, 2)})` : literal(body)},`);
  return [...lines, '});', 'if (!response.ok) throw new Error(await response.text());', 'console.log(await response.text());'].join('\n');
}

function python({ method, url, headers, body }: Call): string {
  const lines = ['import requests', '', 'response = requests.request(', `    ${literal(method)}, ${literal(url)},`, `    headers=${indent(pythonValue(headers, 0), 4)},`];
  if (body !== undefined) lines.push(isSafe(body) ? `    json=${indent(pythonValue(JSON.parse(body), 0), 4)},` : `    data=${literal(body)}.encode(),`);
  return [...lines, ')', 'response.raise_for_status()', 'print(response.text)'].join('\n');
}

function pythonValue(value: unknown, depth: number): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number') return String(value);
  const pad = '    '.repeat(depth + 1), end = '    '.repeat(depth);
  const parts = Array.isArray(value) ? value.map((v) => pythonValue(v, depth + 1)) : Object.entries(value as object).map(([k, v]) => `${literal(k)}: ${pythonValue(v, depth + 1)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length ? `${open}\n${parts.map((p) => `${pad}${p},`).join('\n')}\n${end}${close}` : open + close;
}

function java({ method, url, headers, body }: Call): string {
  const publisher = body === undefined ? 'BodyPublishers.noBody()' : `BodyPublishers.ofString(${javaText(body)})`;
  return [
    'import java.net.URI;', 'import java.net.http.HttpClient;', 'import java.net.http.HttpRequest;', 'import java.net.http.HttpRequest.BodyPublishers;', 'import java.net.http.HttpResponse.BodyHandlers;', '',
    `var request = HttpRequest.newBuilder(URI.create(${literal(url)}))`, ...Object.entries(headers).map(([k, v]) => `    .header(${literal(k)}, ${literal(v)})`),
    `    .method(${literal(method)}, ${publisher})`, '    .build();', 'var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());', 'System.out.println(response.statusCode() + " " + response.body());',
  ].join('\n');
}

/** A text block where the body is JSON of several lines: its backslashes doubled, three quotes never together. */
function javaText(body: string): string {
  if (!isSafe(body) || !body.includes('\n') || body.includes('\r')) return literal(body);
  const text = body.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return `"""\n${text.split('\n').map((line) => `        ${line.replace(/ $/, '\\s')}`).join('\n')}"""`;
}

const indent = (s: string, n: number) => s.replaceAll('\n', `\n${' '.repeat(n)}`);
