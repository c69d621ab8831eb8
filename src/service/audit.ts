/** The second roof of the service: the audit as a command of its own. */
import { runAudit } from './audit-command.ts';
import { errorLine } from './log.ts';
import { readSettings } from './settings.ts';
import { say } from './tell.ts';

const settings = readSettings(process.env);
process.exitCode = settings.ok
  ? await runAudit(process.argv.slice(2), settings.value.dataDir, say).catch((error: unknown) => {
      say(JSON.stringify({ what: 'bug', ...errorLine(error) }));
      return 2;
    })
  : 2;
if (!settings.ok) say(settings.reason);
