export const PEERS_PATH = '/administration/peers';
export const LETTERS_PATH = '/administration/letters';
export const ACCOUNTS_PATH = '/administration/accounts';
/** Where a person who was handed a link chooses a password. */
export const PASSWORD_LINK = '/sign-in/password';
