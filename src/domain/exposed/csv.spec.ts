import { csvOf } from './csv';

describe('csvOf', () => {
  it('writes lines that end as RFC 4180 has it, every cell quoted', () => {
    expect(
      csvOf([
        ['VM', 'Service'],
        ['web', 'a "b", c'],
      ]),
    ).toBe('"VM","Service"\r\n"web","a ""b"", c"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx'])('makes a text of %j', (cell) => {
    expect(csvOf([[cell]])).toBe(`"'${cell}"\r\n`);
  });

  it('leaves other texts as they are', () => {
    expect(csvOf([['a=b', '']])).toBe('"a=b",""\r\n');
  });
});
