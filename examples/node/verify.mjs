#!/usr/bin/env node
// Rent a number, wait for its code and print it. Needs kafkajs: `npm ci` in this folder.
//
//   node verify.mjs signup-17 1 6        id of your choice, platform, country
//   node verify.mjs signup-18 1 6 120    give the code 120 s instead of 90 s
//
// Ends with 0 when the code is there, 3 when the request ended without one, 5 when nothing came within WAIT_SECONDS
// (300): then the request is withdrawn. With 1 something failed.
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, Partitioners } from "kafkajs";

const RESULTS = ["verification.otp-results", "verification.expiry-results"];
const brokers = (process.env.OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS ?? "127.0.0.1:9092").split(",");
const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 3 } });

/** @typedef {{ending: "code", code: string} | {ending: "none", outcome: string, reason: string} | {ending: "late"}} Ending */

/** @returns {Promise<Ending>} */
async function verify(id, request, waitSeconds) {
  const admin = kafka.admin();
  // Hashes keys as Kafka's own clients do, so that a command finds its request.
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: `otpstream-requester-${id}`, readUncommitted: false });
  const send = (topic, value) => producer.send({ topic, messages: [{ key: id, value: JSON.stringify(value) }] });
  try {
    await Promise.all([admin.connect(), producer.connect(), consumer.connect()]);
    const ends = await Promise.all(RESULTS.map((topic) => admin.fetchTopicOffsets(topic)));
    let found;
    const final = new Promise((resolve, reject) => {
      found = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
    });
    await consumer.subscribe({ topics: RESULTS });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        const record = JSON.parse(message.value);
        if (record.request_id === id && !record.follow_up) found(record);
      },
    });
    // From where the topics ended before the request is sent, so that no answer can be missed.
    RESULTS.forEach((topic, i) => ends[i].forEach((end) => consumer.seek({ topic, ...end })));
    await send("verification.requests", request);
    let record;
    try {
      record = await Promise.race([final, sleep(waitSeconds * 1000, undefined, { ref: false })]);
    } finally {
      // Whatever went wrong here, a number that nobody waits for is given back.
      if (!record) await send("verification.commands", { type: "withdraw" });
    }
    if (!record) return { ending: "late" };
    return record.code
      ? { ending: "code", code: record.code }
      : { ending: "none", outcome: record.outcome, reason: record.reason };
  } finally {
    await Promise.all([admin, producer, consumer].map((client) => client.disconnect()));
  }
}

const [id, platform, country, timeout = "90"] = process.argv.slice(2);
if (!country) {
  console.error("usage: verify.mjs ID PLATFORM COUNTRY [TIMEOUT_SECONDS]");
  process.exit(2);
}
const request = { platform, countries: [country], timeout_seconds: Number(timeout), max_attempts: 1 };
const waitSeconds = Number(process.env.WAIT_SECONDS ?? 300);
try {
  const result = await verify(id, request, waitSeconds);
  if (result.ending === "code") console.log(`code ${result.code}`);
  if (result.ending === "none") console.log(`${result.outcome}: ${result.reason}`);
  if (result.ending === "late") console.error(`nothing came within ${waitSeconds} s, so ${id} is withdrawn`);
  process.exitCode = { code: 0, none: 3, late: 5 }[result.ending];
} catch (problem) {
  console.error(`verify: ${problem.message}`);
  process.exitCode = 1;
}
