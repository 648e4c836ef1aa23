import { marked, type MarkedToken, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import css from './MarkdownView.module.css';

/** Markdown as elements, never as markup: HTML in it is text, links lead to web addresses only, pictures are their description. */
export default function MarkdownView({ text }: { text: string }) {
  return <div className={css.markdown}>{all(marked.lexer(text))}</div>;
}

const all = (tokens: Token[] | undefined): ReactNode => tokens?.map((token, i) => <Fragment key={i}>{one(token as MarkedToken)}</Fragment>);

/** Headings of a text lie below those of the page. */
const LEVELS = ['h2', 'h3', 'h4'] as const;
const isWeb = (href: string) => /^(https?:\/\/|mailto:)/i.test(href);

function one(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'heading': { const H = LEVELS[Math.min(token.depth, LEVELS.length) - 1]!; return <H>{all(token.tokens)}</H>; }
    case 'paragraph': return <p>{all(token.tokens)}</p>;
    case 'blockquote': return <blockquote>{all(token.tokens)}</blockquote>;
    case 'list': { const L = token.ordered ? 'ol' : 'ul'; return <L start={token.ordered && token.start !== '' ? token.start : undefined}>{token.items.map((item, i) => <li key={i}>{item.task && (item.checked ? '☑ ' : '☐ ')}{all(item.tokens)}</li>)}</L>; }
    case 'code': return <pre><code>{token.text}</code></pre>;
    case 'table': return <Table token={token} />;
    case 'hr': return <hr />;
    case 'br': return <br />;
    case 'strong': return <strong>{all(token.tokens)}</strong>;
    case 'em': return <em>{all(token.tokens)}</em>;
    case 'del': return <del>{all(token.tokens)}</del>;
    case 'codespan': return <code>{token.text}</code>;
    case 'link': return isWeb(token.href) ? <a href={token.href} target="_blank" rel="noreferrer noopener">{all(token.tokens)}</a> : all(token.tokens);
    case 'image': return token.text;
    case 'text': return token.tokens ? all(token.tokens) : token.text;
    case 'escape': return token.text;
    case 'html': return token.raw;
    default: return null;
  }
}

function Table({ token }: { token: Tokens.Table }) {
  return (
    <table>
      <thead><tr>{token.header.map((cell, i) => <th key={i} scope="col">{all(cell.tokens)}</th>)}</tr></thead>
      <tbody>{token.rows.map((row, i) => <tr key={i}>{row.map((cell, j) => <td key={j}>{all(cell.tokens)}</td>)}</tr>)}</tbody>
    </table>
  );
}
