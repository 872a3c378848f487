export const PEERS_PATH = '/administration/peers';
