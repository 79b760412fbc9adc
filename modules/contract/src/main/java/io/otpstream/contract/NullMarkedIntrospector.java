package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds Jackson to what the compiler was told: a record component that isn't {@code @Nullable} is never null, so JSON
 * without it is refused where it is read and not somewhere later. A list or an object that is missing is empty, and a flag
 * that is missing is false: records from before there was such a flag stay readable.
 */
final class NullMarkedIntrospector extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isRecord()) {
            return JsonSetter.Value.forValueNulls(nulls(parameter));
        }
        return JsonSetter.Value.empty();
    }

    private static Nulls nulls(AnnotatedParameter parameter) {
        Class<?> type = parameter.getRawType();
        if (isNullable(parameter)) {
            return Nulls.SET;
        }
        boolean hasEmptyValue =
                type == boolean.class || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return hasEmptyValue ? Nulls.AS_EMPTY : Nulls.FAIL;
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        return parameter
                .getDeclaringClass()
                .getRecordComponents()[parameter.getIndex()]
                .getAnnotatedType()
                .isAnnotationPresent(Nullable.class);
    }
}
