import { DocumentTitle, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import { useParams } from '../host/router';
import { ButtonLink } from '../ui/ButtonLink';
import { lazyPart } from '../ui/loading/lazyPart';
import { ALL_PROJECTS_PATH, exposePath } from '../ui/paths';
import { useText } from '../ui/useText';
import { ExposedVms } from './ExposedVms';
import { ProjectLists, type WantedProject } from './reads/ProjectLists';

// not needed for one project
const AllProjects = lazyPart(() => import('./AllProjects'));

/** `/exposed-vms/ns/:ns` and `/exposed-vms/all-namespaces`: every Service that reaches or nearly reaches a VM. */
const ExposedVmsPage = () => {
  const t = useText();
  const { ns = '' } = useParams();
  return (
    <>
      <DocumentTitle>{t('Exposed VMs')}</DocumentTitle>
      <NamespaceBar />
      <PageSection hasBodyWrapper={false}>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }} alignItems={{ default: 'alignItemsCenter' }}>
          <FlexItem>
            <Title headingLevel="h1">{t('Exposed VMs')}</Title>
          </FlexItem>
          <FlexItem>
            <ButtonLink to={ns ? exposePath(ns) : ALL_PROJECTS_PATH}>{t('Expose VM')}</ButtonLink>
          </FlexItem>
        </Flex>
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled>
        {ns ? <OneProject key={ns} namespace={ns} /> : <AllProjects />}
      </PageSection>
    </>
  );
};

const OneProject = ({ namespace }: { readonly namespace: string }) => {
  const projects: readonly WantedProject[] = [{ namespace }];
  return <ProjectLists projects={projects}>{(read) => <ExposedVms namespace={namespace} read={read} />}</ProjectLists>;
};

export default ExposedVmsPage;
