package io.otpstream.dashboard.ports;

/**
 * What the dashboard is told beside what is on the topics.
 *
 * @param speed how much faster than real the API's world runs, at least 1; durations are shown as they are there
 */
public record Surroundings(
        BudgetPort budget, CountryPort countries, PipelinePort pipeline, MetricsPort metrics, double speed) {}
