import { formatNumber } from '../../model/format';

const KILO = 1024, MEGA = 1024 * 1024, TEN = 10;

/** Bytes as people say them. */
export const megabytes = (bytes: number) => (bytes && bytes < MEGA ? `${formatNumber(Math.ceil(bytes / KILO))} kB` : `${formatNumber(bytes / MEGA, 0, bytes < TEN * MEGA ? 1 : 0)} MB`);
