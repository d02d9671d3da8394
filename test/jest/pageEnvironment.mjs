import { TestEnvironment } from 'jest-environment-jsdom';
import { withoutLeftStorage } from './ownAsyncStorage.mjs';

export default withoutLeftStorage(TestEnvironment);
