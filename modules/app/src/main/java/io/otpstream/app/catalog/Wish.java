package io.otpstream.app.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which countries or platforms somebody wants to see.
 *
 * @param option that it was said with, for messages
 * @param words ids, codes or names in any case; all are wanted if there are none
 */
public record Wish(String option, List<String> words) {

    /** Keeps its own copy of the words. */
    public Wish {
        words = List.copyOf(words);
    }

    /**
     * Those that are wanted, in the API's order.
     *
     * @param spellings what one of them is called
     * @throws CatalogException that names a word that fits none
     */
    <T> List<T> among(List<T> all, Function<T, List<String>> spellings) {
        for (String word : words) {
            if (all.stream().noneMatch(each -> fits(word, spellings.apply(each)))) {
                throw new CatalogException(option
                        + ": expected an id, code or name of the catalogue, but nothing there is" + " called " + word);
            }
        }
        return all.stream()
                .filter(each -> words.isEmpty() || words.stream().anyMatch(word -> fits(word, spellings.apply(each))))
                .toList();
    }

    /** The first word that isn't a number; empty if all are. */
    Optional<String> firstName() {
        return words.stream().filter(word -> !word.matches("\\d{1,9}")).findFirst();
    }

    private static boolean fits(String word, List<String> spellings) {
        return spellings.stream().anyMatch(word::equalsIgnoreCase);
    }
}
