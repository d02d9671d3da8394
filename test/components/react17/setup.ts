import * as React from 'react';
import { act } from './actOf18';

if (!React.version.startsWith('17.')) throw new Error(`These specs are for React 17, and this is ${React.version}.`);

// React has it itself from 18 on
Object.assign(React, { act });
