/** Roster names for host keys, where a home with a roster is at hand. @module */
import { readRosterText } from '@permafrost/client';
import { cardOfHost, ROSTER_TEXT_MAX } from '@permafrost/protocol';
import { homePaths, readFileLimited } from '@permafrost/storage';

/** Only a name to show: nothing is trusted because of it. */
export async function nameOfHost(home: string, hostPub: Uint8Array): Promise<string | undefined> {
  const path = homePaths(home).roster;
  const bytes = await readFileLimited(path, ROSTER_TEXT_MAX);
  if (bytes === undefined) return undefined;
  const { roster } = readRosterText(Buffer.from(bytes).toString('utf8'), path);
  return cardOfHost(roster, hostPub)?.name;
}
