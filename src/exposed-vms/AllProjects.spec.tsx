import { screen, waitFor } from '@testing-library/react';
import { axe } from '../../test/components/axe';
import { openExposedVms, rowNames, table } from '../../test/components/exposedVmsPage';
import { PATIENCE } from '../../test/components/patience';
import { ServedCluster } from '../../test/components/servedCluster';
import { sdk } from '../../test/components/sdkStub';
import { aReachedVm } from '../../test/objects/diagnosis';
import { aService, aSlice } from '../../test/objects/serviceBuilders';
import { isGranted } from '../domain/steps/rights';
import type { ResourceRule } from '../domain/steps/rights';

const ALL = '/exposed-vms/all-namespaces';
const LISTING: readonly ResourceRule[] = [
  { verbs: ['list'], apiGroups: ['kubevirt.io', '', 'discovery.k8s.io'], resources: ['*'] },
];

/** A cluster whose user has rights in some projects; tells what was asked. */
function served({
  mine,
  projects,
  everywhere = [],
}: {
  readonly mine: readonly string[];
  readonly projects: readonly string[];
  readonly everywhere?: readonly ResourceRule[];
}) {
  const cluster = new ServedCluster({
    vms: [aReachedVm()],
    services: [aService({ selector: { tier: 'backend' } })],
    endpointSlices: [aSlice()],
  });
  const asked: string[] = [];
  let underWay = 0;
  let most = 0;
  const { port } = sdk;
  if (!port) throw new Error('No port');
  sdk.port = {
    ...port,
    mayI: (access, namespace) => {
      asked.push(`may ${access.resource} ${namespace}`);
      return Promise.resolve(isGranted(access, everywhere));
    },
    rules: async (namespace) => {
      asked.push(`rules ${namespace}`);
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      return { rules: mine.includes(namespace) ? LISTING : [], incomplete: false };
    },
  };
  sdk.kinds.add('Project');
  sdk.kindGroups.set('Project', 'project.openshift.io');
  sdk.lists.set(
    'Project',
    projects.map((name) => ({ metadata: { name } })),
  );
  return { cluster, asked, mostAtATime: () => most };
}
const numbered = (count: number) => Array.from({ length: count }, (_none, index) => `p${index}`);
const watchedIn = () => [...new Set(sdk.watched().map(({ namespace }) => namespace ?? 'everywhere'))].sort();

describe('the list of all projects', () => {
  it('is read by lists of the cluster for who may, after one review a kind', async () => {
    const { asked } = served({ mine: [], projects: [], everywhere: LISTING });
    const { container } = openExposedVms(ALL);
    expect(await rowNames()).toEqual(['backend']);
    expect(screen.getByRole('columnheader', { name: 'Project' })).toBeVisible();
    expect(asked.filter((what) => what.startsWith('may'))).toHaveLength(7);
    expect(watchedIn()).toEqual(['everywhere']);
    // network policies and Routes are not granted, so they are not asked for
    expect(sdk.watched().map(({ groupVersionKind }) => groupVersionKind?.kind)).not.toContain('NetworkPolicy');
    expect(screen.getByText('Could not read in all projects: NetworkPolicies')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is read project by project for others: only where they may, and a few questions at a time', async () => {
    const { asked, mostAtATime } = served({ mine: ['prod2', 'p7'], projects: [...numbered(40), 'prod2'] });
    openExposedVms(ALL);
    expect(await rowNames()).toEqual(['backend']);
    expect(watchedIn()).toEqual(['p7', 'prod2']);
    expect(asked.filter((what) => what.startsWith('rules p'))).toHaveLength(41);
    expect(mostAtATime()).toBeLessThanOrEqual(4);
    expect(screen.queryByText(/projects were not checked/)).not.toBeInTheDocument();
  });

  it('stops at a bound, says how many it left out, and goes on when asked', async () => {
    const { asked } = served({ mine: ['prod2'], projects: [...numbered(60), 'prod2'] });
    const { user } = openExposedVms(ALL);
    expect(await screen.findByText('11 projects were not checked', {}, PATIENCE)).toBeVisible();
    expect(asked.filter((what) => what.startsWith('rules'))).toHaveLength(50);
    expect(screen.getByRole('heading', { name: /permission to view VMs/ })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Check more projects' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Check more projects' }));
    await table();
    expect(asked.filter((what) => what.startsWith('rules'))).toHaveLength(61);
    expect(screen.queryByText(/were not checked/)).not.toBeInTheDocument();
  });

  it('watches ten projects at most before more are wanted', async () => {
    served({ mine: numbered(13), projects: numbered(13) });
    openExposedVms(ALL);
    expect(await screen.findByText('3 projects were not checked', {}, PATIENCE)).toBeVisible();
    await waitFor(() => expect(watchedIn()).toHaveLength(10));
  });
});
