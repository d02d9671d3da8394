/** The console's router: the one place that knows which package it is. */
export { Link, Navigate, useHref, useLinkClickHandler, useLocation, useNavigate, useParams } from 'react-router';
