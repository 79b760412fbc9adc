/** A real Kafka broker inside this JVM, for those who have none: the demo, the sandbox and the tests. */
@NullMarked
package io.otpstream.app.broker;

import org.jspecify.annotations.NullMarked;
