// Outside of every layer, and so in the last one: https://www.w3.org/TR/css-cascade-5/#layer-ordering
import.meta.glob('../custom/styles.css', { eager: true });
