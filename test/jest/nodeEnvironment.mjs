import { TestEnvironment } from 'jest-environment-node';
import { withoutLeftStorage } from './ownAsyncStorage.mjs';

export default withoutLeftStorage(TestEnvironment);
