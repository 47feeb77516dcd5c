/** An ISO 8601 time as people read it, to the second, in UTC. */
export const timeText = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
