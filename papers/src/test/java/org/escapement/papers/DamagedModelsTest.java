package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.model.file.ModelReader;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip of the hand in a model file is refused with its place, or still means something; it is never a crash. */
class DamagedModelsTest {

    private static final int SLIPS = Integer.getInteger("slips", 300);
    private static final String[] PIECES = {
        "^", "^-1", "*", "/", "(", ")", "[", "]", "{", "}", ":", ": ", ",", "\"", "'", "<", ">", "-", "\n", "\n  ",
        "\t", "#", "&", "*", "!", "|", "%", "@", "`", "i", "N", "A.x", "0", "9", ".", "e", "sqrt(", "exp(", "dagger(",
        "ß", "\\"
    };

    @ParameterizedTest
    @ValueSource(strings = {"coupled-btc", "seeding", "optomech-engine"})
    void isRefusedWithItsPlaceOrUnderstood(String folder) throws IOException {
        String good = Files.readString(Path.of(folder, "model.yaml"));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (int slip = 0; slip < SLIPS; slip++) {
            String damaged = damage(good, random);
            try {
                MeanField.derive(ModelReader.read(damaged, "model.yaml"));
            } catch (SourceException e) {
                assertTrue(e.getMessage().matches("(?s)model\\.yaml:\\d+:\\d+: .*"), e.getMessage());
            } catch (NotApplicableException e) {
                assertTrue(e.getMessage().contains("N"), e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("slip " + slip + " in " + folder + ":\n" + damaged, e);
            }
        }
    }

    private static String damage(String text, RandomGenerator random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> damaged.replace(at, at + 1, PIECES[random.nextInt(PIECES.length)]);
                default -> {
                    int end = Math.min(damaged.length(), at + random.nextInt(1, 30));
                    String piece = damaged.substring(at, end);
                    damaged.insert(random.nextInt(damaged.length()), piece);
                }
            }
        }
        return damaged.toString();
    }
}
