import { Content, Spinner, Title } from '@patternfly/react-core';
import { EndNotice } from '../../cluster-test/EndNotice';
import { TestResults } from '../../cluster-test/TestResults';
import { resultsByService, type ProjectTest } from '../../domain/cluster-test/projectTests';
import { isBad } from '../../domain/cluster-test/testOutcome';
import { nameOf } from '../../domain/k8s/objects';
import { Section } from '../../service-parts/detail/Section';
import { stageText } from '../../ui/text/clusterTestText';
import { useText } from '../../ui/useText';
import { StatusIcon } from '../../ui/verdict/StatusIcon';
import type { ProjectProgress } from './useProjectTests';

interface ProjectOutcomeProps {
  readonly test: ProjectTest;
  readonly image: string;
  /** undefined while it waits for others */
  readonly progress: ProjectProgress | undefined;
  /** true where the project has to be named */
  readonly isNamed: boolean;
}

/** How far the test of a project is, then the outcome of each of its Services. */
export const ProjectOutcome = ({ test, image, progress, isNamed }: ProjectOutcomeProps) => {
  const t = useText();
  const { namespace } = test;
  const end = progress?.end;
  return (
    <>
      {isNamed && (
        <Title headingLevel="h2" size="md">
          {t('Project {{namespace}}', { namespace })}
        </Title>
      )}
      {!end && (
        <Content component="p">
          <Spinner size="md" aria-hidden />{' '}
          {progress ? stageText(t, progress.stage) : t('Waiting for other tests to end')}
        </Content>
      )}
      {end && end.outcome !== 'ran' && <EndNotice end={end} image={image} />}
      {end?.outcome === 'ran' && <Services test={test} log={end.log} />}
    </>
  );
};

const Services = ({ test, log }: { readonly test: ProjectTest; readonly log: string }) => {
  const t = useText();
  return (
    <ul className="pf-v6-c-list pf-m-plain" aria-label={t('Results of the test')}>
      {resultsByService(test, log).map(({ of: { service, endpointSlices }, results }) => {
        const name = nameOf(service);
        const bad = results.filter((result) => isBad(result, { service, endpointSlices })).length;
        const total = results.length;
        return (
          <li key={name}>
            <StatusIcon look={bad === 0 ? 'success' : 'warning'} /> {t('Service {{name}}', { name })}
            <Content component="small">
              {bad === 0
                ? t('All {{count}} checks passed', { count: total })
                : t('{{bad}} of {{total}} checks failed', { bad, total })}
            </Content>
            <Section title={t('Results')} of={name}>
              {() => <TestResults results={results} service={service} endpointSlices={endpointSlices} />}
            </Section>
          </li>
        );
      })}
    </ul>
  );
};
