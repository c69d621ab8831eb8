/** The header by which a device names itself, and so that no foreign page can post here with a plain form. */
export const DEVICE_HEADER = 'x-bangban-device';
