// The handlers of the benchmark contract on the TypeScript SDK.
import "./polyfill.mjs";
import * as restate from "@restatedev/restate-sdk";

const greeter = restate.service({ name: "Greeter", handlers: { greet: async (_ctx, name) => name } });

const counter = restate.object({
  name: "Counter",
  handlers: {
    add: async (ctx, delta) => {
      const sum = ((await ctx.get("count")) ?? 0) + delta;
      ctx.set("count", sum);
      return sum;
    },
    get: restate.handlers.object.shared(async (ctx) => (await ctx.get("count")) ?? 0),
  },
});

const runner = restate.service({
  name: "Runner",
  handlers: {
    three: async (ctx) => (await ctx.run("step", () => 1)) + (await ctx.run("step", () => 2)) + (await ctx.run("step", () => 3)),
    many: async (ctx, n) => {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        sum += await ctx.run("step", () => i);
      }
      return sum;
    },
  },
});

const chain = restate.service({ name: "Chain", handlers: { call: (ctx, key) => ctx.objectClient(counter, key).add(1) } });

const sleeper = restate.service({
  name: "Sleeper",
  handlers: {
    sleep: async (ctx, ms) => {
      await ctx.sleep(ms);
      return ms;
    },
  },
});

const fan = restate.service({
  name: "Fan",
  handlers: {
    out: async (ctx, text) => {
      const greetings = await restate.RestatePromise.all(Array.from({ length: 10 }, () => ctx.serviceClient(greeter).greet(text)));
      return greetings.reduce((sum, greeting) => sum + greeting.length, 0);
    },
  },
});

const blob = restate.object({
  name: "Blob",
  handlers: {
    put: async (ctx, n) => {
      ctx.set("blob", "x".repeat(n));
      return n;
    },
    len: async (ctx) => ((await ctx.get("blob")) ?? "").length,
  },
});

restate.serve({
  services: [greeter, counter, runner, chain, sleeper, fan, blob],
  port: Number(process.env.PORT ?? 9082),
});
