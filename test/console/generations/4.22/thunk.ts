/** The middleware that lets actions be functions. */
export { thunk } from 'redux-thunk';
