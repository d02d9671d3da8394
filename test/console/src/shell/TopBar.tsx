import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  MenuToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import CogIcon from '@patternfly/react-icons/dist/esm/icons/cog-icon';
import { Link, useNavigate } from '@generation/router';
import { serverFlags } from '../serverFlags';
import { CHOICES, choose, THEME, useChosen } from '../theme';
import { chooseLanguage, isPseudo, language } from '../translations';

interface TopBarProps {
  isSidebarOpen: boolean;
  onSidebarToggle: () => void;
}

function HomeLink(props: { className?: string; children?: ReactNode }): JSX.Element {
  return <Link {...props} to="/" />;
}

/** The bar at the top: what this is, settings of this browser, who acts. */
export function TopBar({ isSidebarOpen, onSidebarToggle }: TopBarProps): JSX.Element {
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            isSidebarOpen={isSidebarOpen}
            onSidebarToggle={onSidebarToggle}
            aria-label="Main navigation"
            id="nav-toggle"
            isHamburgerButton
          />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo className="standin-brand" component={HomeLink}>
            Console stand-in
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem align={{ default: 'alignEnd' }}>
              <Settings />
            </ToolbarItem>
            <ToolbarItem>
              <UserSwitch />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
}

function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}

function Settings(): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const chosen = useChosen();
  const navigate = useNavigate();
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(toggle) => (
        <MenuToggle
          aria-label="Settings"
          data-test="settings-toggle"
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          ref={toggle}
          variant="plain"
        >
          <CogIcon />
        </MenuToggle>
      )}
    >
      {CHOICES.map((choice, at) => (
        <DropdownGroup key={choice.key} label={choice === THEME ? 'Theme' : 'Contrast'}>
          <DropdownList>
            {choice.options.map(({ id, name }) => (
              <DropdownItem
                data-test={`theme-${id}`}
                isSelected={chosen[at] === id}
                key={id}
                onClick={() => choose(choice, id)}
              >
                {name}
              </DropdownItem>
            ))}
          </DropdownList>
        </DropdownGroup>
      ))}
      <DropdownGroup label="Language">
        <DropdownList>
          {serverFlags.standIn.languages.map((code) => (
            <DropdownItem
              data-test={`language-${code}`}
              isSelected={code === language && !isPseudo}
              key={code}
              onClick={() => chooseLanguage(code, false)}
            >
              {languageName(code)}
            </DropdownItem>
          ))}
          <DropdownItem data-test="language-pseudo" isSelected={isPseudo} onClick={() => chooseLanguage('en', true)}>
            Pseudo
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
      <DropdownGroup label="Stand-in">
        <DropdownList>
          <DropdownItem data-test="plugins-link" onClick={() => void navigate('/plugins')}>
            Plugins
          </DropdownItem>
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}

/** Acts as somebody else: the server takes the name from a cookie, and every watch has to start again. */
function chooseUser(name: string): void {
  document.cookie = `standin-user=${encodeURIComponent(name)}; path=/; SameSite=Strict`;
  window.location.reload();
}

function UserSwitch(): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { user, users } = serverFlags.standIn;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(toggle) => (
        <MenuToggle data-test="user-toggle" isExpanded={isOpen} onClick={() => setOpen(!isOpen)} ref={toggle}>
          {user}
        </MenuToggle>
      )}
    >
      <DropdownGroup label="Act as">
        <DropdownList>
          {users.map((name) => (
            <DropdownItem
              data-test={`user-${name}`}
              isSelected={name === user}
              key={name}
              onClick={() => chooseUser(name)}
            >
              {name}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
}
