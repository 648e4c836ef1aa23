/** Dutch. */
import type { Texts } from './en';

export const nl: Texts = {
  common: {
    close: 'Close', cancel: 'Cancel', save: 'Save', again: 'Try again', copied: 'Copied', dismiss: 'Dismiss', required: 'Required', undo: 'Undo',
    yes: 'Yes', no: 'No', loading: 'Loading', remove: 'Remove', add: 'Add', back: 'Back', search: 'Search', edit: 'Edit', delete: 'Delete', more: 'More',
    failed: 'This did not load', offline: 'No connection', forbidden: 'Not for you', missing: 'Nothing here',
    unreachable: 'The server cannot be reached. Check the connection and try again.',
    signedOff: 'Your sign-in has ended. Sign in again.',
    tooMany: 'Too many requests at once. Wait a moment and try again.',
    answered: (status: number) => `The server answered ${status}.`,
    rows: (n: string, one: boolean) => `${n} ${one ? 'row' : 'rows'}`,
  },
  auth: {
    signIn: 'Sign in', signOut: 'Sign out', signingIn: 'Signing you in', leaving: 'Taking you to the sign-in page',
    way: (host: string) => `You will be taken to the sign-in page of ${host} and back.`,
    problem: 'Sign-in did not finish', inside: 'What is inside', account: 'Account',
    appearance: 'Appearance', light: 'Light', dark: 'Dark', system: 'Same as the system',
    noGroup: 'You may not see anything yet',
    noGroupText: (who: string) => `You are signed in as ${who}, but nobody has given you a role. Ask the person who looks after this data to add you to the group reader, editor or admin; then sign in again.`,
    startProblem: 'This page could not start',
  },
  shell: {
    skip: 'Skip to content', navigation: 'Main', open: 'Open navigation', overview: 'Overview', data: 'Data', developers: 'Developers', api: 'API',
    jump: 'Search or jump to', offline: 'No connection: what you see may be old.',
    notFound: 'There is no page at this address', notFoundText: 'The address may be old, or have a slip in it.', toOverview: 'Go to the overview',
    nothingFound: 'Nothing found', table: 'Table', insights: 'Insights', history: 'History', import: 'Import', create: (one: string) => `New ${one}`,
    pages: 'Pages', rows: 'Rows', jumpHelp: 'Type to search pages and rows', views: (many: string) => `Views of ${many}`,
  },
  home: {
    hello: (name: string) => `Hello, ${name}`, lead: 'What is here, and what you can do with it.', latest: 'Latest', empty: 'Nothing yet',
    emptyText: 'Add a first row, or drop a file with many.', noConcepts: 'The data model has no concepts yet',
    noConceptsText: 'Add one to data_model.yml and build again: its table, its form and its API appear here.',
  },
  records: {
    search: (many: string) => `Search ${many}`, filter: 'Filter', filterOn: (label: string) => `Filter on ${label}`, removeFilter: (label: string) => `Remove the filter on ${label}`,
    clearFilters: 'Clear filters', from: 'From', to: 'To', contains: 'Contains', apply: 'Apply', any: 'any', isEmpty: 'Is empty', isFilled: 'Is filled',
    columns: 'Columns', dense: 'Dense rows', export: 'Export', exportAs: (format: string) => `As ${format}`, exporting: 'Exporting', wholeTable: 'The whole table',
    empty: (many: string) => `No ${many} yet`, emptyText: 'Add the first one, or import a file.', none: (many: string) => `No ${many} match`, noneText: 'Change the search or the filters.',
    range: (from: string, to: string, total: string) => `${from} to ${to} of ${total}`, perPage: (n: string) => `${n} rows`, pageOf: (n: string, of: string) => `${n} / ${of}`,
    previous: 'Previous page', next: 'Next page', rowsPerPage: 'Rows a page', hint: 'Double-click a cell to edit it',
    selectAll: 'Select all rows on this page', select: (title: string) => `Select ${title}`, selected: (n: string) => `${n} selected`, deselect: 'Deselect',
    deleteAsk: (what: string) => `Delete ${what}?`, deleteText: 'Rows that others refer to stay.', deleted: (what: string) => `${what} deleted`, restored: 'Restored',
    notDeleted: (n: string) => `${n} could not be deleted`, changed: (label: string) => `${label} changed`, editCell: (label: string) => `Edit ${label}`,
    sortBy: (label: string) => `Sort by ${label}`, open: (title: string) => `Open ${title}`, details: 'Details', changedAt: 'Changed', createdAt: 'Added', version: 'Version',
    conflict: 'Somebody else changed this row', conflictText: 'You see what it was when you opened it. Choose what should stand.', theirs: 'Theirs', yours: 'Yours',
    keepTheirs: 'Keep theirs', keepYours: 'Save mine', notChosen: '–', link: 'Copy link', linkCopied: 'Link copied', editRow: 'Edit', gone: 'This row is not there any more',
  },
  history: {
    title: 'History', lead: 'Every change, newest first. Nothing is lost: each one left a version of the table behind.', when: 'When', who: 'Who', what: 'What', rows: 'Rows', version: 'Version',
    empty: 'Nothing happened yet', row: 'Earlier versions', rowEmpty: 'It was not changed since it was added.', look: 'Look', asOf: (when: string) => `As it was ${when}`, now: 'Back to now',
    undo: 'Undo upload', undoAsk: 'Undo this upload?', undoText: 'The rows that it added go, and those that it changed become what they were. It is one new version; nothing is lost.', undone: 'The upload was undone', undoing: 'Undoing',
    names: { INSERT: 'Added', UPSERT: 'Added or changed', UPDATE: 'Changed', DELETE: 'Deleted', BATCH: 'Batch', UPLOAD: 'Upload', UNDO: 'Upload undone', MERGE: 'Changed', OPTIMIZE: 'Files merged', VACUUM: 'Files removed', WRITE: 'Written' } as Record<string, string>,
  },
  form: {
    new: (one: string) => `New ${one}`, edit: (title: string) => `Edit ${title}`, save: 'Save', saveNext: 'Save and add another', saved: (title: string) => `${title} saved`, saving: 'Saving',
    attention: (n: string) => `${n} fields need attention`, more: 'More', details: 'Details', choose: 'Choose', none: 'None', addEntry: 'Add', removeEntry: (n: string) => `Remove entry ${n}`, entry: (label: string, n: string) => `${label} ${n}`,
    searchFor: (many: string) => `Search ${many}`, noneFound: (one: string) => `No ${one} found`, searching: 'Searching …', example: (e: string) => `e.g. ${e}`, left: (n: string) => `${n} left`,
    computed: 'Worked out', unsaved: 'There are changes that were not saved. Leave them?', leave: 'Leave', stay: 'Stay', file: 'Choose a file', preview: 'Preview', write: 'Write', zone: (zone: string) => `Time zone: ${zone}`,
    draft: 'What you had begun is here again.', discard: 'Start anew', addShape: (label: string) => `Add ${label}`, removeShape: (label: string) => `Remove ${label}`, optional: 'optional',
    noMore: 'This cannot be changed', keyFixed: 'The key stays as it is.',
  },
  import: {
    title: (many: string) => `Import ${many}`, steps: ['Choose a file', 'Match columns', 'Review and fix', 'Import'],
  },
  insights: { title: 'Insights', none: 'Nothing to show yet', noneText: 'Insights appear with the first rows.', absent: (n: string) => `${n} without a value`, unlisted: (n: string) => `${n} more`, asTable: 'As a table', asChart: 'As a chart', show: (what: string) => `Show the rows of ${what}`, count: 'Rows', other: 'Others', total: 'Total' },
  portal: { title: 'API', lead: 'Everything on these pages goes through this API. Use it from wherever you like.' },
};


