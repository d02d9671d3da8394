/** Reads the cases: what happened to people, told as objects of one project with the answer that is right. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import type { RuleCode } from '../../src/domain/diagnosis/finding';
import type { HopState } from '../../src/domain/diagnosis/hopPath';
import type { Grade, Hop } from '../../src/domain/diagnosis/rule';
import type { Verdict } from '../../src/domain/diagnosis/diagnose';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import type { ClusterEvent, K8sObject } from '../../src/domain/k8s/objects';
import type { ServiceOptions } from '../../src/domain/service/serviceOptions';

/** Some finding of that kind whose sentence, field and values hold all the words, and none of the others. */
export interface ToldFinding {
  /** a regular expression */
  readonly code?: string;
  readonly grade?: Grade;
  readonly hop?: Hop;
  readonly words: readonly string[];
  readonly not?: readonly string[];
}

/** What has to be right; every field is a check of its own. */
export interface Expected {
  readonly verdict?: Verdict;
  readonly notVerdict?: Verdict;
  readonly listVerdictNot?: Verdict;
  /** whether the tab of the VM and the page of the Service list the two */
  readonly listed?: boolean;
  /** the first finding */
  readonly first?: RuleCode;
  readonly has?: readonly RuleCode[];
  readonly hasNot?: readonly RuleCode[];
  /** found as a caveat at most */
  readonly notBlocking?: readonly RuleCode[];
  readonly told?: readonly ToldFinding[];
  /** words that no finding may hold */
  readonly untold?: readonly string[];
  /** findings that steps are offered for */
  readonly fix?: readonly RuleCode[];
  readonly noFix?: readonly RuleCode[];
  /** what network policies do to the router may not be this */
  readonly routerNot?: string;
  readonly hops?: Readonly<Partial<Record<Hop, HopState>>>;
  /** the codes of all problems of the draft */
  readonly problems?: readonly string[];
  /** words that the sentences of the problems hold */
  readonly problemTold?: readonly string[];
  /** the Service name that the wizard proposes */
  readonly name?: string;
  readonly preview?: { readonly otherVms: readonly string[] };
}

/** The head of a case: its first document. */
interface CaseHead {
  readonly story: string;
  readonly right: string;
  readonly vm: string;
  readonly service?: string;
  /** about the Service; none unless given */
  readonly events?: readonly ClusterEvent[] | 'unread';
  /** what is entered in the wizard */
  readonly draft?: Partial<Omit<ExposeDraft, 'options'>> & { readonly options?: Partial<ServiceOptions> };
  readonly expect: Expected;
  /** checks that are known to be wrong still; each must fail */
  readonly open?: readonly string[];
}

export interface Case extends CaseHead {
  /** the file in this folder, without its extension */
  readonly title: string;
  /** the other documents */
  readonly objects: readonly K8sObject[];
}

const readCase = (file: string): Case => {
  const [head, ...objects] = loadAll(readFileSync(path.join(__dirname, file), 'utf8'));
  return { title: file.replace(/\.yaml$/, ''), ...(head as CaseHead), objects: objects as K8sObject[] };
};

/** All cases, by title. */
export const readCases = (): Case[] =>
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map(readCase);
