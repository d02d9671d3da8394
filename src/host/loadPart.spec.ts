import { loadPart, PartNotLoaded } from './loadPart';

const failing = (times: number) => {
  const fetchPart = jest.fn(() => Promise.resolve('the part'));
  for (let n = 0; n < times; n += 1) fetchPart.mockRejectedValueOnce(new Error(`Loading chunk 7 failed (${n + 1})`));
  return fetchPart;
};

describe('loadPart', () => {
  it.each([0, 1])('has the part when %d requests fail', async (times) => {
    const fetchPart = failing(times);
    await expect(loadPart(fetchPart)).resolves.toBe('the part');
    expect(fetchPart).toHaveBeenCalledTimes(times + 1);
  });

  it("gives up after the second failure, in the browser's own words", async () => {
    await expect(loadPart(failing(2))).rejects.toEqual(new PartNotLoaded('Loading chunk 7 failed (2)'));
  });
});
