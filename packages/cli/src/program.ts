/**
 * Every command with its flags, in one place. The code of a command is loaded when it runs: most
 * of the time that `--help` and `verify` take is the loading of what they do not need.
 * @module
 */
import { Command } from 'commander';
import { addBackupCommands } from './program-backup.ts';
import { adder, configure, type ProgramPorts } from './program-parts.ts';
import { UsageError } from './usage.ts';
import { VERSION } from './version.ts';

export function createProgram(ports: ProgramPorts): Command {
  const program = configure(new Command('permafrost'), ports)
    .description('A network of nodes that hold one share each of a signing key')
    .version(VERSION, '-V, --version')
    .option('--home <dir>', 'home of this identity (or PERMAFROST_HOME)')
    .option('--json', 'one JSON document on standard output')
    .option('--passphrase-file <file>', 'file that holds the passphrase of the home');
  const add = adder(program, ports);

  add(
    program,
    'init',
    'make a home: identity, sealed store, configuration',
    async () => (await import('./commands/init.ts')).init,
  )
    .option('--name <name>', 'name of the node on the roster')
    .option('--listen <multiaddr>', 'where the node listens', '/ip4/0.0.0.0/tcp/9470')
    .option(
      '--key-file <file>',
      'seal under a key file (made when missing) instead of a passphrase',
    )
    .option('--accept <peerid...>', 'operators whose proposals are accepted by rule');

  const roster = configure(program.command('roster'), ports).description(
    'exchange operator cards and agree on who is in the network',
  );
  const rosterCommands = async () => import('./commands/roster.ts');
  add(
    roster,
    'card',
    'print the card of this home',
    async () => (await rosterCommands()).card,
  ).option(
    '--address <multiaddr...>',
    'where others reach this node; where it listens unless given',
  );
  add(
    roster,
    'add <file...>',
    'add cards, or take over a whole exported roster',
    async () => (await rosterCommands()).add,
  );
  add(roster, 'show', 'the roster and its fingerprint', async () => (await rosterCommands()).show);
  add(
    roster,
    'verify',
    'check the signature and say the fingerprint',
    async () => (await rosterCommands()).verify,
  );
  add(roster, 'export', 'print the signed roster', async () => (await rosterCommands()).exportIt);

  add(
    program,
    'start',
    'run the node in the foreground',
    async () => (await import('./commands/start.ts')).start,
  )
    .option('--recover', 'begin anew where the store is damaged; go on after a copy')
    .option('--metrics <host:port>', 'serve metrics there')
    .addHelpText(
      'after',
      '\nAs a service it reads "deny" of config.toml again on SIGHUP, at once.',
    );

  add(
    program,
    'status',
    'exit 0 only if this node and a quorum can sign now',
    async () => (await import('./commands/status.ts')).status,
  );

  addKeyCommands(program, ports);

  const node = configure(program.command('node'), ports).description('the node of this home');
  add(
    node,
    'repair [keys...]',
    'get lost shares back from the other members; every key it lost unless named',
    async () => (await import('./commands/node-repair.ts')).repair,
  ).option('--timeout <s>', 'how long to wait, in seconds');

  add(
    program,
    'passwd',
    'another passphrase, or a key file, opens this home from now on',
    async () => (await import('./commands/passwd.ts')).passwd,
  )
    .option('--new-passphrase-file <file>', 'file that holds the new passphrase')
    .option('--new-key-file <file>', 'a key file (made when missing) in its place');

  addBackupCommands(program, ports);

  const proposal = configure(program.command('proposal'), ports).description(
    'what waits for this operator',
  );
  const proposals = async () => import('./commands/proposal.ts');
  add(proposal, 'list', 'all that this network knows of', async () => (await proposals()).list);
  add(proposal, 'show <id>', 'one of them', async () => (await proposals()).show);
  add(
    proposal,
    'accept <id>',
    'accept it as this operator',
    async () => (await proposals()).accept,
  );
  add(
    proposal,
    'reject <id>',
    'reject it as this operator',
    async () => (await proposals()).reject,
  );

  messageOptions(
    add(
      program,
      'sign <key>',
      'ask the network for a signature and verify it',
      async () => (await import('./commands/sign.ts')).sign,
    ),
  )
    .option('--path <path>', 'sign with the child at this path, such as m/0/7')
    .option('--taproot [root]', TAPROOT)
    .option('--out <file>', 'write the raw signature there')
    .option('--deadline <ms>', 'how long to wait, in milliseconds')
    .option('--suite <suite>', 'refuse a key of another suite')
    .option('--idempotency-key <text>', 'the same key and request get the same signature');

  messageOptions(
    add(
      program,
      'verify',
      'verify a signature; needs no network',
      async () => (await import('./commands/verify.ts')).verify,
    ),
  )
    .requiredOption('--suite <suite>', 'ciphersuite')
    .requiredOption('--public-key <hex>', 'as key show prints it')
    .requiredOption('--signature <hex>', 'the signature');

  const evidence = configure(program.command('evidence'), ports).description(
    'proofs of misconduct',
  );
  add(
    evidence,
    'list',
    'the proofs in this home, each verified',
    async () => (await import('./commands/evidence.ts')).list,
  );
  add(
    evidence,
    'verify <file>',
    'exit 0 when it proves what it claims',
    async () => (await import('./commands/evidence.ts')).verify,
  );

  add(
    program,
    'agent',
    'an ssh-agent with the Ed25519 keys of the network',
    async () => (await import('./commands/agent.ts')).agent,
  ).option('--socket <path>', 'where it listens');

  add(
    program,
    'load',
    'drive the network with requests and measure it; exit 1 when one failed',
    async () => (await import('./commands/load.ts')).load,
  )
    .option('--key <name>', 'key to sign with; the first one unless given')
    .option('--concurrency <c>', 'requests open at once', '8')
    .option('--seconds <s>', 'for how long', '10')
    .option('--rate <r>', 'requests begun in a second; as many as end unless given');

  addTestnetCommands(program, ports);
  return program;
}

function addKeyCommands(program: Command, ports: ProgramPorts): void {
  const add = adder(program, ports);
  const key = configure(program.command('key'), ports).description('keys of the network');
  add(
    key,
    'create <name>',
    'propose a key, wait for the operators, make it',
    async () => (await import('./commands/key-create.ts')).create,
  )
    .requiredOption(
      '--suite <suite>',
      'ed25519, secp256k1-tr, secp256k1, p256, ristretto255 or ed448',
    )
    .requiredOption('--threshold <t>', 'how many must sign, 2 to n')
    .option('--members <names>', 'names, separated by commas; the whole roster unless given')
    .option('--requesters <peerids>', 'who may ask; this identity unless given')
    .option('--timeout <s>', 'how long to wait, in seconds')
    .addHelpText('after', SUITE_NOTES);
  add(
    key,
    'list',
    'all keys',
    async () => (await import('./commands/key-list.ts')).list,
  ).addHelpText('after', SUITE_NOTES);
  add(
    key,
    'destroy <name>',
    'free the name of a key that never became active; all members but one have to accept',
    async () => (await import('./commands/key-destroy.ts')).destroy,
  ).option('--timeout <s>', 'how long to wait for them, in seconds');
  const changes = async () => import('./commands/key-reshare.ts');
  const awaited = (command: Command) =>
    command
      .option('--no-wait', 'end when it is proposed')
      .option('--timeout <s>', 'how long to wait, in seconds');
  awaited(
    add(
      key,
      'refresh <name>',
      'new shares for the same members; the public key stays',
      async () => (await changes()).refresh,
    ),
  );
  awaited(
    add(
      key,
      'reshare <name>',
      'other members or another threshold; the public key stays',
      async () => (await changes()).reshare,
    )
      .option('--threshold <t>', 'how many sign from then on; as before unless given')
      .option('--add <names>', 'nodes that get a share, separated by commas')
      .option('--remove <names>', 'members that get none')
      .option(
        '--exclude <names>',
        'members given up as lost or faulty; each operator accepts by hand',
      ),
  );
  add(
    key,
    'lineage <name> [file]',
    'all epochs of a key, verified; lineage verify FILE needs no network',
    async () => (await import('./commands/key-lineage.ts')).lineage,
  )
    .option('--out <file>', 'write it there')
    .option('--public-key <hex>', 'with verify: as key show prints it');
  add(
    key,
    'derive <name> <path>',
    'the public key of a child, computed here from the pinned key',
    async () => (await import('./commands/key-derive.ts')).derive,
  )
    .option('--format <format>', 'hex (unless said), json, ssh, pem, jwk, address, npub or xpub')
    .option('--network <network>', 'of an address or xpub: mainnet, testnet or regtest')
    .option('--taproot [root]', TAPROOT)
    .addHelpText('after', CHILD_NOTES);
  add(key, 'show <name>', 'one key', async () => (await import('./commands/key-show.ts')).show)
    .option('--format <format>', 'json, hex, ssh, pem, jwk, address, npub or xpub')
    .option('--network <network>', 'of an address: mainnet, testnet or regtest')
    .addHelpText('after', SUITE_NOTES);
}

function addTestnetCommands(program: Command, ports: ProgramPorts): void {
  const add = adder(program, ports);
  const testnet = configure(program.command('testnet'), ports).description(
    'a whole network of real processes on this machine',
  );
  const commands = async () => import('./commands/testnet.ts');
  const folder = (command: Command) =>
    command.option('--dir <dir>', 'folder of the testnet (.testnet)');
  folder(
    add(
      testnet,
      'up',
      'start one process per node and make keys',
      async () => (await commands()).up,
    ),
  )
    .option('--nodes <n>', 'how many nodes (5)')
    .option('--threshold <t>', 'how many must sign (3)')
    .option('--suites <suites>', 'one key for each (ed25519,secp256k1-tr)')
    .option('--detach', 'end with all nodes running')
    .option('--wan [profile]', 'lines as long as real ones: world (unless said) or continent')
    .option('--no-tour', 'do not kill a node and sign again');
  folder(add(testnet, 'status', 'which nodes run', async () => (await commands()).status));
  folder(add(testnet, 'kill <node...>', 'SIGKILL', async () => (await commands()).kill));
  folder(
    add(
      testnet,
      'start <node...>',
      'start nodes and wait until they answer',
      async () => (await commands()).start,
    ),
  ).option('--recover', 'begin anew where a store is damaged; go on after a copy');
  add(
    testnet,
    'chaos',
    'a testnet of its own under load and faults, checked from outside; exit 1 when something broke',
    async () => (await import('./commands/chaos.ts')).chaos,
  )
    .option('--dir <dir>', 'trouble the processes of this running testnet instead')
    .option('--minutes <m>', 'for how long', '2')
    .option('--seed <seed>', 'the same seed plans the same faults')
    .option('--nodes <n>', 'how many nodes (5)')
    .option('--threshold <t>', 'how many must sign (3)')
    .option('--suite <suite>', 'of its key', 'ed25519')
    .option('--rate <r>', 'requests begun in a second', '20')
    .option('--faults <faults>', 'kill, stop, cut … separated by commas; all unless given')
    .option(
      '--victims <names>',
      'nodes that may have trouble, separated by commas; all unless given',
    );
  folder(add(testnet, 'down', 'stop all nodes', async () => (await commands()).down)).option(
    '--purge',
    'remove the folder too',
  );
}

const SUITE_NOTES = `
Which suite:
  ed25519        everything that speaks EdDSA: SSH, TLS, JWT, OpenSSL
  secp256k1-tr   Bitcoin Taproot and Nostr (BIP 340)
  ed448          OpenSSL, DNSSEC. Key generation follows the 57-byte encodings of the text of
                 COCKTAIL-DKG; its published test vectors have 56 bytes and differ
  p256, ristretto255, secp256k1
                 Schnorr signatures of RFC 9591: no off-the-shelf program verifies them,
                 only this one (permafrost verify) and other FROST libraries`;

const TAPROOT = 'the child as a Taproot output key, over a Merkle root in hex or without scripts';

const CHILD_NOTES = `
Children:
  secp256k1, secp256k1-tr   as any BIP 32 wallet derives them from key show --format xpub.
                            Wallets show Taproot addresses of children with --taproot
  ed25519                   of this network alone: signatures verify everywhere, no wallet
                            imports them, no seed stands behind them
  p256, ristretto255, ed448 have none
Hardened indexes (0', 0h) would need the secret key, which nobody has.`;

function messageOptions(command: Command): Command {
  return command
    .option('--message <text>', 'as UTF-8, no newline added')
    .option('--message-hex <hex>', 'as hex')
    .option('--message-file <file>', 'bytes of a file');
}

/** A whole number in a flag. @throws UsageError */
export function missing(what: string): UsageError {
  return new UsageError(`missing ${what}`);
}
