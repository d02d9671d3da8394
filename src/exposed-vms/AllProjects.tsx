import { useMemo } from 'react';
import { Button, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { LockIcon } from '@patternfly/react-icons';
import { hasRequired } from '../cluster/ask/listedKinds';
import { useListableEverywhere } from '../cluster/ask/useListableEverywhere';
import { useReadableProjects } from '../cluster/ask/useReadableProjects';
import { FailureAlert } from '../ui/FailureAlert';
import { Loading } from '../ui/loading/Loading';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { ExposedVms } from './ExposedVms';
import { ProjectLists } from './reads/ProjectLists';

/** The list of all projects: by lists of the cluster for who may read them, else project by project. */
const AllProjects = () => {
  const t = useText();
  const { kinds, failure } = useListableEverywhere(true);
  const everywhere = useMemo(() => [{ ...(kinds ? { kinds } : {}) }], [kinds]);
  if (failure) return <FailureAlert title={t('Your permissions could not be read')} failure={failure} />;
  if (!kinds) return <Loading />;
  return hasRequired(kinds) ? (
    <ProjectLists projects={everywhere}>{(read) => <ExposedVms read={read} />}</ProjectLists>
  ) : (
    <SomeProjects />
  );
};

/** The projects that this user may read. */
const SomeProjects = () => {
  const t = useText();
  const { isSettled, projects, left, failure, askMore } = useReadableProjects(true);
  if (failure) return <FailureAlert title={t('Your projects could not be read')} failure={failure} />;
  if (!isSettled && projects.length === 0) return <Loading />;
  const more = left > 0 && (
    <Notice
      variant="info"
      className="pf-v6-u-mb-md"
      title={t('{{count}} projects were not checked', { count: left })}
      actionLinks={
        <Button variant="link" isInline onClick={askMore} isDisabled={!isSettled}>
          {t('Check more projects')}
        </Button>
      }
    >
      {t('You can also select a project.')}
    </Notice>
  );
  return (
    <>
      {more}
      {projects.length === 0 ? (
        <EmptyState
          headingLevel="h2"
          icon={LockIcon}
          titleText={t("You don't have permission to view VMs in these projects")}
        >
          <EmptyStateBody>
            {t('Ask your cluster administrator for access, or select a different project.')}
          </EmptyStateBody>
        </EmptyState>
      ) : (
        <ProjectLists projects={projects}>{(read) => <ExposedVms read={read} />}</ProjectLists>
      )}
    </>
  );
};

export default AllProjects;
