int fairlead_placeholder;
