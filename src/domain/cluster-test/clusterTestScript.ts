import { wordsOf, type ClusterTestCheck } from './clusterTestChecks';
import { shellQuote } from '../k8s/shellQuote';

/** Seconds after which a question to DNS, and a connection, count as not answered. */
const DNS_SECONDS = 10;
const TCP_SECONDS = 5;

/** What every line that is meant for `parseClusterTest` begins with. */
export const LINE_START = 'expose-vm';

/*
 * Each check writes what it ran, what came out, and one line `expose-vm KEY ok ADDRESSES;` or
 * `expose-vm KEY failed STATUS WORDS;` in a single write, so that checks that run in parallel do not mix. The semicolon
 * tells a whole line from one that was cut off. `getent ahosts` is used because `getent hosts` gives only the IPv6
 * addresses of a dual-stack name. In messages of programs the part after the last `: ` is the reason.
 */
const FUNCTIONS = `export LC_ALL=C
end() { local last=\${2##*$'\\n'}; last=\${last##*: }; printf 'failed %s %s' "$1" "\${last//;/}"; }
dns() {
  local out end
  if out=$(timeout ${DNS_SECONDS} getent ahosts "$1" 2>&1); then
    end="ok$(printf '%s\\n' "$out" | while read -r ip _; do printf ' %s' "$ip"; done)"
  else
    end=$(end $? "$out")
  fi
  printf '$ getent ahosts %s\\n%s\\n${LINE_START} dns %s %s;\\n' "$1" "$out" "$1" "$end"
}
tcp() {
  local out end
  if out=$(timeout ${TCP_SECONDS} bash -c 'exec 3<>"/dev/tcp/$1/$2"' tcp "$1" "$2" 2>&1); then
    end=ok
  else
    end=$(end $? "$out")
  fi
  printf '$ connect to %s, port %s\\n%s\\n${LINE_START} tcp %s %s %s;\\n' "$1" "$2" "$out" "$1" "$2" "$end"
}`;

/**
 * The bash script that runs all checks in parallel, so that it takes no longer than its slowest check. Its exit code is
 * always 0: the results are in its log.
 */
export const clusterTestScript = (checks: readonly ClusterTestCheck[]): string =>
  [FUNCTIONS, ...checks.map((check) => `${wordsOf(check).map(shellQuote).join(' ')} &`), 'wait', ''].join('\n');
