package io.otpstream.domain.lifecycle;

import io.otpstream.domain.api.OrderStatus;

/** A create that was given up for lost turns out to have rented the order "orphan". */
final class StoryOfAnOrphan {

    private StoryOfAnOrphan() {}

    /** The request waits for its next permit; the orphan was found at {@link Samples#START}. */
    static Story told() {
        Story story = Story.of(Samples.request(2, Samples.INDONESIA)).whenPermit();
        Effect.SendCreate create = story.create();
        return story.when(new Event.CreateLost())
                .when(new Event.CreateAnswered(create, Samples.answer("orphan", OrderStatus.WAITING), story.now()));
    }
}
