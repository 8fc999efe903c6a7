import { refusalOfFargateSize } from './fargate';

const size = (cpu: string, memory: number) => ({
  cpu,
  memory,
  minimumInstances: 1,
  maximumInstances: 1,
});

describe('a size of containers on AWS', () => {
  it.each([
    ['0.25', 512],
    ['0.25', 2_048],
    ['0.5', 1_024],
    ['4', 30_720],
    ['8', 20_480],
    ['16', 122_880],
  ])('is %s processors with %s MiB', (cpu, memory) => {
    expect(refusalOfFargateSize(size(cpu, memory))).toBeUndefined();
  });

  it.each([
    ['0.25', 3_072, /512, 1024, 2048 MiB/],
    ['0.5', 512, /1024 to 4096 MiB/],
    ['1', 2_500, /in steps of 1024/],
    ['8', 17_408, /in steps of 4096/],
    ['3', 8_192, /0.25, 0.5, 1, 2, 4, 8, 16 virtual processors/],
  ])('is refused at %s processors with %s MiB', (cpu, memory, reason) => {
    expect(refusalOfFargateSize(size(cpu, memory))).toMatch(reason);
  });
});
