import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Page, PageSidebar, PageSidebarBody, SkipToContent } from '@patternfly/react-core';
import { useLocation } from '@generation/router';
import { Navigation } from './Navigation';
import { PerspectiveSwitch } from './PerspectiveSwitch';
import { TopBar } from './TopBar';

const MAIN_ID = 'content-scrollable';

/** Where PatternFly lays the sidebar over the page instead of beside it. */
const narrow = window.matchMedia('(max-width: 1199px)');

/** Bar, navigation and the page beside it. */
export function Shell({ children }: { children: ReactNode }): JSX.Element {
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(!narrow.matches);

  useEffect(() => {
    const changed = (): void => setOpen(!narrow.matches);
    narrow.addEventListener('change', changed);
    return () => narrow.removeEventListener('change', changed);
  }, []);

  useEffect(() => {
    if (narrow.matches) {
      setOpen(false); // the page that was chosen must not stay hidden below the navigation
    }
  }, [pathname]);

  return (
    <Page
      isContentFilled
      mainContainerId={MAIN_ID}
      masthead={<TopBar isSidebarOpen={isOpen} onSidebarToggle={() => setOpen(!isOpen)} />}
      sidebar={
        <PageSidebar isSidebarOpen={isOpen}>
          <PageSidebarBody isFilled={false}>
            <PerspectiveSwitch />
          </PageSidebarBody>
          <PageSidebarBody isFilled>
            <Navigation />
          </PageSidebarBody>
        </PageSidebar>
      }
      skipToContent={<SkipToContent href={`#${MAIN_ID}`}>Skip to content</SkipToContent>}
    >
      {children}
    </Page>
  );
}
