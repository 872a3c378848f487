export const PEERS_PATH = '/administration/peers';
/** Who sees the page of the peers; only an administrator says that work goes on. */
export const SEES = ['administrator', 'coordinator'] as const;
export const LETTERS_PATH = '/administration/letters';
export const ACCOUNTS_PATH = '/administration/accounts';
/** Where a person who was handed a link chooses a password. */
export const PASSWORD_LINK = '/sign-in/password';
