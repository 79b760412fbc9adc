/**
 * The port to the SMSCode API: its calls, and every way in which one can end, as sealed types.
 *
 * <p>Words and codes follow the vendor's guide; where the guide is silent the assumption is written at the type.
 */
@NullMarked
package io.otpstream.domain.api;

import org.jspecify.annotations.NullMarked;
