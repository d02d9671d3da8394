/**
 * The console's router: the one place that knows which package it is. All supported consoles share it under this name
 * (6.11 in OpenShift 4.20 and 4.21, 7 from 4.22 on); `react-router` is version 5 up to 4.21, without Link and
 * useNavigate.
 */
export {
  Link,
  Navigate,
  useHref,
  useLinkClickHandler,
  useLocation,
  useNavigate,
  useParams,
} from 'react-router-dom-v5-compat';
