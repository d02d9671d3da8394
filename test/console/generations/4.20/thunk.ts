/** The middleware that lets actions be functions. */
export { default as thunk } from 'redux-thunk';
