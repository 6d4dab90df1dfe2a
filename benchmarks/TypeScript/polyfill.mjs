// Node 20 lacks what version 1.17 of the SDK calls in every invocation; Node 22 has it.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
};
