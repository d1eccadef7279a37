package org.escapement.plot;

/** How values are laid out along an axis or a colour bar. */
public enum Scale {
    LINEAR {
        @Override
        double forward(double value) {
            return value;
        }

        @Override
        double inverse(double position) {
            return position;
        }
    },
    /** Base ten; values that are not positive have no place. */
    LOG {
        @Override
        double forward(double value) {
            return value > 0 ? Math.log10(value) : Double.NaN;
        }

        @Override
        double inverse(double position) {
            return Math.pow(10, position);
        }
    };

    abstract double forward(double value);

    abstract double inverse(double position);
}
