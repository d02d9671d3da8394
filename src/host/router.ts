/** The console's router: the one place that knows which package it is. */
export { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
