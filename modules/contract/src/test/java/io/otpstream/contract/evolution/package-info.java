/** Whether what is built keeps what was released: {@code docs/contract.md} has the rules in words. */
@NullMarked
package io.otpstream.contract.evolution;

import org.jspecify.annotations.NullMarked;
