/** Where the API pushes events to: it checks who sends them and hands them to Kafka, and does nothing else with them. */
@NullMarked
package io.otpstream.app.webhook;

import org.jspecify.annotations.NullMarked;
